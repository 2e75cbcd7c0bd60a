package dev.adjc.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.EnumSet;
import java.util.Set;

/** The console of the process. */
final class SystemConsole {
    private SystemConsole() {}

    static Console open() {
        return new Console(
                System.in,
                new Outlet(new FileOutputStream(FileDescriptor.out)),
                new Outlet(new FileOutputStream(FileDescriptor.err)),
                System.getenv(),
                terminals(),
                Changes::ofFileSystem);
    }

    /** The launcher knows which streams are terminals, and Java does not: without its word nobody is taken to watch. */
    private static Set<Console.Stream> terminals() {
        String told = System.getProperty("adjc.terminals", "");
        Set<Console.Stream> terminals = EnumSet.noneOf(Console.Stream.class);
        if (told.contains("out")) {
            terminals.add(Console.Stream.OUT);
        }
        if (told.contains("err")) {
            terminals.add(Console.Stream.ERR);
        }
        return terminals;
    }
}
