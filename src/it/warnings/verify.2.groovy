def log = new File(basedir, 'build.log').text
assert log.count('idle.ad:[4,3] warning[') == 2
assert log.contains('Compiled 1 file: wrote 2 Java files, deleted 0.')
assert log.contains('Compiled 1 file: wrote 0 Java files, deleted 0.')
