def write = { name, text ->
    def file = new File(basedir, name)
    file.parentFile.mkdirs()
    file.text = text
}

// what the goals are told; with the last two, something is wrong in the folders
[
    'mode'    : '<mode>backward</mode>',
    'package' : '<packageName>a.class</packageName>',
    'encoding': '<encoding>UFT-8</encoding>',
    'points'  : '<points>-1</points>',
    'sources' : '<sourceDirectory>pom.xml</sourceDirectory>',
    'output'  : '<outputDirectory>pom.xml</outputDirectory>',
    'foreign' : '<outputDirectory>src/main/java</outputDirectory>',
    'folder'  : '<failOnWarning>true</failOnWarning>',
].each { name, configuration ->
    write("${name}/pom.xml", """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
            <modelVersion>4.0.0</modelVersion>
            <parent>
                <groupId>it</groupId>
                <artifactId>mistakes</artifactId>
                <version>1</version>
            </parent>
            <artifactId>${name}</artifactId>
            <build>
                <plugins>
                    <plugin>
                        <groupId>dev.adjc</groupId>
                        <artifactId>adjc-maven-plugin</artifactId>
                        <configuration>${configuration}</configuration>
                    </plugin>
                </plugins>
            </build>
        </project>
        """.trim())
    write("${name}/src/main/ad/model/square.ad", 'package model; function square(x) -> y { y = x * x; }')
}
write('foreign/src/main/java/model/SquareForward.java', 'package model; class SquareForward {}')
write('folder/src/main/ad/other/f.ad', 'package wrong; function f(x) -> y { y = x; }')
return true
