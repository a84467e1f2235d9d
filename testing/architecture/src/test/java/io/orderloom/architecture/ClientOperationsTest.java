package io.orderloom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An operation of the SDK's interface that a function's client does not have fails only where it is
 * called, since the interface throws in its place.
 */
class ClientOperationsTest {
    /** A paginator of the SDK's interface calls the operation page by page. */
    private static final String PAGES = "Paginator";

    @ParameterizedTest
    @CsvSource({
        "software.amazon.awssdk.services.dynamodb.DynamoDbClient, io.orderloom.kit.aws.DirectDynamoDb",
        "software.amazon.awssdk.services.sqs.SqsClient, io.orderloom.kit.aws.DirectSqs"
    })
    void the_functions_client_has_every_operation_that_they_call(String sdk, String client) {
        var kit = Project.classes("functions/function-kit");
        var has =
                kit.get(client).getMethods().stream()
                        .map(JavaMethod::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        var called = new TreeSet<String>();
        called.addAll(called(kit, sdk));
        called.addAll(called(Project.classes("functions/order-store"), sdk));
        for (var function : ArchitectureTest.FUNCTIONS) {
            called.addAll(called(Project.classes(function), sdk));
        }

        assertThat(called).isNotEmpty();
        assertThat(has).containsAll(called);
    }

    private static Set<String> called(JavaClasses classes, String sdk) {
        return classes.stream()
                .map(JavaClass::getMethodCallsFromSelf)
                .flatMap(Set::stream)
                .filter(call -> call.getTargetOwner().getName().equals(sdk))
                .map(JavaMethodCall::getName)
                .map(name -> name.replace(PAGES, ""))
                .collect(Collectors.toSet());
    }
}
