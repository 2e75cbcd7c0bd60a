def generated = new File(basedir, 'target/generated-sources/adjc/model')
def log = new File(basedir, 'build.log').text.split('Scanning for projects')[-1]
assert log.contains('Compiled 2 files: wrote 2 Java files, deleted 2.')
assert generated.list().sort()
        == ['Foreign.java', 'LeaningForward.java', 'LeaningReverse.java', 'SingleForward.java', 'SingleReverse.java']
return true
