def log = new File(basedir, 'build.log').text
[
    'the mode is `backward`, and not one of `forward`, `reverse`, `both`',
    '`a.class` is no name for a Java package',
    'there is no encoding `UFT-8`',
    '`points` is -1, but counts what is drawn',
    "error[E0801] cannot read `${new File(basedir, 'sources/pom.xml')}`: a file stands where a folder is needed",
    "error[E0802] cannot write `${new File(basedir, 'output/pom.xml/model/SquareForward.java')}`: ",
    "error[E0802] cannot write `${new File(basedir, 'foreign/src/main/java/model/SquareForward.java')}`: a file of other",
    '1 warning in .ad files, and failOnWarning is set',
].each { assert log.count("${it}") == 1 }
assert log.contains('f.ad:[1,9] warning[W0008] ')

// mistakes of a user's, each of them
assert log.contains('MojoFailureException')
assert !log.contains('ExecutionException')
assert !log.contains('\tat ')
