def generated = new File(basedir, 'target/generated-sources/adjc/model')
def log = new File(basedir, 'build.log').text.split('Scanning for projects')[-1]
assert log.contains('Compiled 2 files: wrote 4 Java files, deleted 0.')
assert generated.list().sort()
        == ['AloneForward.java', 'AloneReverse.java', 'LeaningForward.java', 'LeaningReverse.java']
// something of another making lies beside them
new File(generated, 'Foreign.java').text = 'package model; class Foreign {}'
return true
