def generated = new File(basedir, 'target/generated-sources/adjc/model')
def log = new File(basedir, 'build.log').text.split('Scanning for projects')[-1]
assert log.contains('Compiled 2 files: wrote 2 Java files, deleted 0.')
assert generated.listFiles().findAll { it.lastModified() != 1_500_000_000_000 }*.name.sort()
        == ['LeaningForward.java', 'LeaningReverse.java']
return true
