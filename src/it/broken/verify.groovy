def log = new File(basedir, 'build.log').text
def sources = new File(basedir, 'src/main/ad/model').path + File.separator
// a line that consoles link, once
assert log.count('first.ad') == 1
assert log.contains("[ERROR] ${sources}first.ad:[4,18] error[E0121] expected")
assert log.contains("[ERROR] ${sources}second.ad:[4,11] error[E0201] ")
assert log.contains(': 2 errors in .ad files')
assert log.contains('MojoFailureException')
assert !log.contains('\tat ')
assert !new File(basedir, 'target/generated-sources/adjc').exists()
assert !new File(basedir, 'target/adjc').exists()
