assert new File(basedir, 'src/main/ad/model/leaning.ad').delete()
