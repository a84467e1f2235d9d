package io.orderloom.measure;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Pitest's {@code mutations.xml}. */
final class MutationReport {
    /** The compiler's name of a lambda, which contains the name of its method. */
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$[0-9]+");

    private MutationReport() {}

    /**
     * @throws IllegalArgumentException if the XML is no such report
     */
    static List<Mutation> read(InputStream xml) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var elements = factory.newDocumentBuilder().parse(xml).getElementsByTagName("mutation");
            var mutations = new ArrayList<Mutation>();
            IntStream.range(0, elements.getLength())
                    .mapToObj(n -> mutation((Element) elements.item(n)))
                    .forEach(mutations::add);
            return List.copyOf(mutations);
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IllegalArgumentException("no mutations.xml", broken);
        }
    }

    private static Mutation mutation(Element element) {
        var name = text(element, "mutatedClass");
        int end = name.lastIndexOf('.');
        var mutator = text(element, "mutator");
        return new Mutation(
                Boolean.parseBoolean(element.getAttribute("detected")),
                name.substring(0, end),
                name.substring(end + 1).replace('$', '.'),
                LAMBDA.matcher(text(element, "mutatedMethod")).replaceAll("$1"),
                mutator.substring(mutator.lastIndexOf('.') + 1).replace("Mutator", ""));
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }
}
