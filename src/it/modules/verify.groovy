assert new File(basedir, 'shapes/target/classes/shapes/SquareForward.class').file
assert new File(basedir, 'plane/target/classes/plane/CircleForward.class').file
assert new File(basedir, 'space/target/classes/space/BallForward.class').file
// what is imported belongs to its own module alone
assert !new File(basedir, 'plane/target/classes/shapes').exists()

def log = new File(basedir, 'build.log').text
assert log.contains('Using the MultiThreadedBuilder implementation with a thread count of 2')
assert !log.contains('thread-safe')
assert !log.contains('[WARNING]')
