def generated = new File(basedir, 'target/generated-sources/adjc/model')
assert generated.list().sort() == ['SquareForward.java', 'SquareReverse.java']
assert new File(basedir, 'target/classes/model/SquareReverse.class').file

// the same bytes wherever the project lies
generated.eachFile { assert !it.text.contains(basedir.path) }

def log = new File(basedir, 'build.log').text
assert log.contains('Compiled 1 file: wrote 2 Java files, deleted 0.')
assert !log.contains('[WARNING]')
