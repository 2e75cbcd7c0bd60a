package dev.adjc.document;

import dev.adjc.build.AdjcVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The goals of the Maven plugin with their parameters, as its descriptor has them. */
final class GoalTable {
    private GoalTable() {}

    /** A heading, what it does, and a table, for each goal. */
    static String of(List<String> goals) throws IOException {
        Element plugin = descriptor().getDocumentElement();
        StringBuilder text = new StringBuilder();
        for (String goal : goals) {
            Element mojo = children(child(plugin, "mojos")).stream()
                    .filter(each -> text(each, "goal").equals(goal))
                    .findFirst()
                    .orElseThrow();
            text.append("\n### adjc:").append(goal).append("\n\n");
            text.append(text(mojo, "description")).append(" Bound to the phase `");
            text.append(text(mojo, "phase")).append("`.\n\n");
            text.append("| parameter | property | default | |\n|---|---|---|---|\n");
            rows(mojo).values().forEach(text::append);
        }
        return text.append('\n').toString();
    }

    private static Map<String, String> rows(Element mojo) {
        Map<String, Element> configuration = new TreeMap<>();
        children(child(mojo, "configuration")).forEach(each -> configuration.put(each.getTagName(), each));
        Map<String, String> rows = new TreeMap<>();
        for (Element parameter : children(child(mojo, "parameters"))) {
            if (text(parameter, "editable").equals("true")) {
                String name = text(parameter, "name");
                Element set = configuration.get(name);
                String property = set.getTextContent().replaceAll("[${}]", "");
                String standard = set.getAttribute("default-value");
                rows.put(
                        name,
                        "| `" + name + "` | `" + property + "` | " + (standard.isEmpty() ? "" : "`" + standard + "`")
                                + " | " + text(parameter, "description") + " |\n");
            }
        }
        return rows;
    }

    private static Document descriptor() throws IOException {
        URL place = new URL(
                AdjcVersion.class.getProtectionDomain().getCodeSource().getLocation(), "META-INF/maven/plugin.xml");
        try (InputStream in = place.openStream()) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
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
        return child(parent, name)
                .getTextContent()
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll("</?code>", "`");
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
