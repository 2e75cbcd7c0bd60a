def write = { name, text ->
    def file = new File(basedir, name)
    file.parentFile.mkdirs()
    file.text = text
}

// what is configured wrongly, goal by goal; some only find something wrong in their folders
[
    'mode'    : ['compile', '<mode>backward</mode>'],
    'package' : ['compile', '<packageName>a.class</packageName>'],
    'encoding': ['compile', '<encoding>UFT-8</encoding>'],
    'points'  : ['check', '<points>-1</points>'],
    'sources' : ['compile', '<sourceDirectory>pom.xml</sourceDirectory>'],
    'output'  : ['compile', '<outputDirectory>pom.xml</outputDirectory>'],
    'foreign' : ['compile', '<outputDirectory>src/main/java</outputDirectory>'],
    'folder'  : ['compile', '<failOnWarning>true</failOnWarning>'],
].each { name, mistake ->
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
                        <configuration>${mistake[1]}</configuration>
                        <executions>
                            <execution>
                                <phase>generate-sources</phase>
                                <goals>
                                    <goal>${mistake[0]}</goal>
                                </goals>
                            </execution>
                        </executions>
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
