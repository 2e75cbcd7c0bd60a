def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert log.contains('The derivatives of 1 function are right.')
assert new File(basedir, 'target/generated-test-sources/adjc/model/BySpeedForward.java').file
assert !new File(basedir, 'target/classes/model/BySpeedForward.class').exists()
