package org.onex.foundation.clock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Marks what exists in a demonstration or rehearsal only: a clock that moves, simulators, accounts with a printed password. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OutsideProduction.Check.class)
public @interface OutsideProduction {

    /** Reads the mode as the mode itself is read, however it is spelled. */
    final class Check implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !Mode.of(context.getEnvironment().getProperty("onex.mode", "production"))
                    .isProduction();
        }
    }
}
