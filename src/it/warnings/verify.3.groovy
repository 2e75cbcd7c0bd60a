def log = new File(basedir, 'build.log').text
assert log.contains(': 1 warning in .ad files, and failOnWarning is set')
