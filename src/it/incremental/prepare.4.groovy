def alone = new File(basedir, 'src/main/ad/model/alone.ad')
def single = new File(basedir, 'src/main/ad/model/single.ad')
assert alone.renameTo(single)
single.text = single.text.replace('alone', 'single')
return true
