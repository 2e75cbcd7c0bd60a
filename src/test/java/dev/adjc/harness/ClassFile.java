package dev.adjc.harness;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads from a class file how many bytes of code each method has (JVMS, chapter 4). */
public final class ClassFile {
    private ClassFile() {}

    /** The lengths by the methods' names and descriptors. */
    public static Map<String, Integer> codeLengths(byte[] file) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            in.skipBytes(8);
            String[] texts = constants(in);
            in.skipBytes(6);
            in.skipBytes(2 * in.readUnsignedShort());
            for (int fields = in.readUnsignedShort(); fields > 0; fields--) {
                in.skipBytes(6);
                attributes(in, texts);
            }
            Map<String, Integer> lengths = new LinkedHashMap<>();
            for (int methods = in.readUnsignedShort(); methods > 0; methods--) {
                in.skipBytes(2);
                String name = texts[in.readUnsignedShort()] + texts[in.readUnsignedShort()];
                lengths.put(name, attributes(in, texts));
            }
            return lengths;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The constant pool's texts by their numbers. */
    private static String[] constants(DataInputStream in) throws IOException {
        String[] texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                default -> throw new IOException("constant of kind " + tag);
            }
        }
        return texts;
    }

    /** Skips attributes, and gives the length of the code if one is among them. */
    private static int attributes(DataInputStream in, String[] texts) throws IOException {
        int code = 0;
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            String name = texts[in.readUnsignedShort()];
            int length = in.readInt();
            if ("Code".equals(name)) {
                in.skipBytes(4);
                code = in.readInt();
                in.skipBytes(length - 8);
            } else {
                in.skipBytes(length);
            }
        }
        return code;
    }
}
