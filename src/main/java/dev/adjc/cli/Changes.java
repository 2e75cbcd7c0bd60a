package dev.adjc.cli;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Tells when files change. */
@FunctionalInterface
public interface Changes {

    /** Makes ready to hear of changes to these files, and to files that come to their folders. */
    Watch watch(Set<Path> files) throws IOException;

    /** A watch that has begun: nothing that changes from now on is missed. */
    interface Watch extends AutoCloseable {
        /** Hears of changes to these files too from now on. */
        void add(Set<Path> files) throws IOException;

        /** Waits until something has changed; false when there is nothing more to wait for. */
        boolean await() throws InterruptedException;

        @Override
        void close() throws IOException;
    }

    /** What the file system tells. */
    static Watch ofFileSystem(Set<Path> files) throws IOException {
        WatchService service = FileSystems.getDefault().newWatchService();
        Watch watch = new Watch() {
            @Override
            public void add(Set<Path> files) throws IOException {
                for (Path file : files) {
                    Path folder = Files.isDirectory(file)
                            ? file
                            : file.toAbsolutePath().resolveSibling("");
                    folder.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                }
            }

            @Override
            public boolean await() throws InterruptedException {
                try {
                    boolean concerned = false;
                    while (!concerned) {
                        WatchKey key = service.take();
                        concerned = concerns(key);
                        key.reset();
                    }
                    settle();
                    return true;
                } catch (ClosedWatchServiceException closed) {
                    return false;
                }
            }

            private boolean concerns(WatchKey key) {
                return key.pollEvents().stream()
                        .anyMatch(event -> !(event.context() instanceof Path name)
                                || name.toString().endsWith(".ad"));
            }

            /** Editors write in several steps; a tenth of a second without news ends them. */
            private void settle() throws InterruptedException {
                WatchKey more = service.poll(100, TimeUnit.MILLISECONDS);
                while (more != null) {
                    more.pollEvents();
                    more.reset();
                    more = service.poll(100, TimeUnit.MILLISECONDS);
                }
            }

            @Override
            public void close() throws IOException {
                service.close();
            }
        };
        watch.add(files);
        return watch;
    }
}
