def log = new File(basedir, 'build.log').text
assert log.contains('org.example.valley:first')
assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert log.contains('The derivatives of 1 function are right.')
assert !log.contains('[WARNING]')

def java = new File(System.getProperty('java.home'), 'bin/java').path
def classes = new File(basedir, 'first/target/classes').path
def main = [java, '-cp', classes, 'org.example.valley.Main'].execute()
assert main.text.trim() == 'value 24.199999999999996, by x -215.59999999999997, by y -87.99999999999999'
