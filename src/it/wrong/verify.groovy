def log = new File(basedir, 'build.log').text
assert log.contains('tilted.ad:[7,10] error[E0410] `tilted` has a wrong derivative')
assert log.contains('WRONG')
assert log.contains('derivatives are wrong, or could not be checked')
assert !log.contains('\tat ')
