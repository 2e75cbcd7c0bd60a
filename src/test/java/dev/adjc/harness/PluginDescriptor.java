package dev.adjc.harness;

import dev.adjc.build.AdjcVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the Maven plugin says of its goals; all but {@code help}, which is not ours. */
public final class PluginDescriptor {
    private PluginDescriptor() {}

    public record Goal(
            String name, String phase, String description, boolean isThreadSafe, List<Parameter> parameters) {}

    /**
     * What a user can set.
     *
     * @param property that sets it on the command line; empty if there is none
     * @param standard what it is otherwise, empty for nothing
     */
    public record Parameter(String name, String property, String standard, String description) {}

    public static List<Goal> goals() {
        List<Goal> goals = new ArrayList<>();
        for (Element mojo : children(child(root(), "mojos"))) {
            if (!text(mojo, "goal").equals("help")) {
                goals.add(new Goal(
                        text(mojo, "goal"),
                        text(mojo, "phase"),
                        text(mojo, "description"),
                        text(mojo, "threadSafe").equals("true"),
                        parameters(mojo)));
            }
        }
        return goals;
    }

    private static List<Parameter> parameters(Element mojo) {
        List<Element> set = children(child(mojo, "configuration"));
        List<Parameter> parameters = new ArrayList<>();
        for (Element parameter : children(child(mojo, "parameters"))) {
            if (text(parameter, "editable").equals("true")) {
                String name = text(parameter, "name");
                Element its = set.stream()
                        .filter(each -> each.getTagName().equals(name))
                        .findFirst()
                        .orElseThrow();
                parameters.add(new Parameter(
                        name,
                        its.getTextContent().replaceAll("[${}]", ""),
                        its.getAttribute("default-value"),
                        text(parameter, "description")));
            }
        }
        parameters.sort(Comparator.comparing(Parameter::name));
        return parameters;
    }

    private static Element root() {
        try (InputStream in = new URL(
                        AdjcVersion.class.getProtectionDomain().getCodeSource().getLocation(),
                        "META-INF/maven/plugin.xml")
                .openStream()) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException("Maven writes the descriptor when it compiles: run the test with Maven", e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(each -> each.getTagName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " in " + parent.getTagName()));
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent().strip().replaceAll("\\s+", " ");
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
