def log = new File(basedir, 'build.log').text
assert log.contains('Skipped.')
assert !new File(basedir, 'target/generated-sources/adjc').exists()

['adjc:check', 'adjc:compile', 'adjc:help', 'adjc:test-compile'].each { assert log.contains(it) }
['sourceDirectory', 'outputDirectory', 'includes', 'excludes', 'encoding', 'mode', 'packageName', 'failOnWarning',
        'addCompileSourceRoot', 'skip'].each {
    assert log.contains("    ${it}")
    assert log.contains("User property: adjc.${it}")
}
return true
