def generated = new File(basedir, 'target/generated-sources/adjc/model')
def log = new File(basedir, 'build.log').text.split('Scanning for projects')[-1]
assert log.contains('Compiled 1 file: wrote 0 Java files, deleted 2.')
assert generated.list().sort() == ['Foreign.java', 'SingleForward.java', 'SingleReverse.java']
assert !new File(basedir, 'target/classes/model/LeaningForward.class').exists()
