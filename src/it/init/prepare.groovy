def java = new File(System.getProperty('java.home'), 'bin/java').path
def adjc = new File(basedir, '../../adjc.jar').path
def init = [java, '-jar', adjc, 'init', new File(basedir, 'first').path, '--package', 'org.example.valley'].execute()
init.waitForProcessOutput(System.out, System.err)
assert init.exitValue() == 0
// Maven 4 would look around for the root of the project
assert new File(basedir, 'first/.mvn').mkdir()
