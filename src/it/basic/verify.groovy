assert new File(basedir, 'target/generated-sources/adjc/model/SquareForward.java').file
assert new File(basedir, 'target/classes/model/SquareReverse.class').file
