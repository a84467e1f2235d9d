package io.orderloom.embedded.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesTest {
    private static final int STACKS = 8;

    @TempDir Path directory;

    private Path executable() throws IOException {
        var archive = directory.resolve("function.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("bootstrap"));
            zip.write(new byte[1_000_000]);
            zip.closeEntry();
        }
        return archive;
    }

    @Test
    void stacks_that_unpack_the_same_build_at_once_all_get_it() throws Exception {
        var archive = executable();
        var packages = new Packages(directory.resolve("cache"), directory.resolve("client"));
        var together = new CyclicBarrier(STACKS);
        Callable<UnpackedPackage> opened =
                () -> {
                    together.await();
                    return packages.open("intake", archive);
                };

        try (var threads = Executors.newFixedThreadPool(STACKS)) {
            var all = threads.invokeAll(Collections.nCopies(STACKS, opened));

            assertThat(all)
                    .extracting(Future::get)
                    .allSatisfy(one -> assertThat(one).isEqualTo(all.getFirst().get()));
        }
    }
}
