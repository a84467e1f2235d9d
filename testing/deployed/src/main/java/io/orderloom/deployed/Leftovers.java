package io.orderloom.deployed;

import io.orderloom.embedded.common.LocalAws;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code Leftovers DIRECTORY}: checks whether the emulator still has resources of the stage that
 * was destroyed.
 */
public final class Leftovers {
    private static final String OF_THE_STAGE = "local-orderloom";

    private Leftovers() {}

    public static void main(String[] words) {
        var left = of(new LocalStage(Path.of(words[0])));
        left.forEach(name -> System.out.println("left behind: " + name));
        System.exit(left.isEmpty() ? 0 : 1);
    }

    private static List<String> of(LocalStage stage) {
        try (var sqs = LocalAws.sqs(stage.endpoint());
                var dynamoDb = LocalAws.dynamoDb(stage.endpoint())) {
            return Stream.concat(
                            sqs.listQueues().queueUrls().stream(),
                            dynamoDb.listTables().tableNames().stream())
                    .filter(name -> name.contains(OF_THE_STAGE))
                    .toList();
        }
    }
}
