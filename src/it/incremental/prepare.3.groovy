// what is not written again keeps this time
new File(basedir, 'target/generated-sources/adjc/model').eachFile { it.lastModified = 1_500_000_000_000 }

def half = new File(basedir, 'src/main/ad/parts/half.ad')
half.text = half.text.replace('x / 2', '0.5 * x')
return true
