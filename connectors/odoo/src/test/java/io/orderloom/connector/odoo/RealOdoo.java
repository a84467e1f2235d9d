package io.orderloom.connector.odoo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a test only if a real Odoo is configured; otherwise it prints one conspicuous line. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealOdoo.Named.class)
@interface RealOdoo {

    /** Looks for the variables that {@code localstack/odoo/start} prints. */
    final class Named implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Optional.ofNullable(System.getenv("ERP_ODOO_URL")).isPresent()) {
                return ConditionEvaluationResult.enabled("ERP_ODOO_URL is set");
            }
            if (context.getTestMethod().isEmpty()) {
                System.err.printf(
                        "SKIPPED: %s needs a real Odoo; make test-odoo brings one%n",
                        context.getDisplayName());
            }
            return ConditionEvaluationResult.disabled("ERP_ODOO_URL is not set");
        }
    }
}
