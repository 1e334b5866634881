package org.mingze.reading.document;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Word 单文件 XML — the text of a Word document saved as one XML file; no entity is resolved.
final class WordXml {
    private static final int TEXT_CHARS_MAX = 20 * 1024 * 1024;

    private WordXml() {}

    static String text(byte[] file) throws UnreadableDocument {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        StringBuilder text = new StringBuilder();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            boolean said = false;
            while (reader.hasNext() && text.length() <= TEXT_CHARS_MAX) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    said = reader.getLocalName().equals("t");
                    text.append(reader.getLocalName().equals("tab") ? "\t" : "");
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    said = false;
                    text.append(ending(reader.getLocalName()));
                } else if (said && reader.isCharacters()) {
                    text.append(reader.getText());
                }
            }
            reader.close();
        } catch (XMLStreamException broken) {
            throw new UnreadableDocument("不是完好的 Word XML 文件，用 Word 另存为 .docx 后再读", broken);
        }
        return text.toString();
    }

    private static String ending(String element) {
        return switch (element) {
            case "p", "tr" -> "\n";
            case "tc" -> "\t";
            default -> "";
        };
    }
}
