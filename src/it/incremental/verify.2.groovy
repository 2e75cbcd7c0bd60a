def generated = new File(basedir, 'target/generated-sources/adjc/model')
def log = new File(basedir, 'build.log').text.split('Scanning for projects')[-1]
assert log.contains('Nothing to generate: all classes are up to date.')
generated.eachFile { assert it.lastModified() == 1_500_000_000_000 }
return true
