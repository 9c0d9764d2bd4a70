package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.onex.center.script.ScriptsCounted;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;

/** Two that change different things for the same reason do it in one order, or they wait for each other. */
class OutdateSheetsTests {

    private static int order(Class<?> listener) {
        return Arrays.stream(listener.getDeclaredMethods())
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, EventListener.class))
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {ScriptsCounted.class}))
                .mapToInt(OutdateSheetsTests::order)
                .findFirst()
                .orElseThrow();
    }

    private static int order(Method method) {
        var order = AnnotatedElementUtils.findMergedAnnotation(method, Order.class);
        return order == null ? Integer.MAX_VALUE : order.value();
    }

    @Test
    void marksAreNotedBeforeTheSheetGrowsStale() throws ClassNotFoundException {
        assertThat(order(Class.forName("org.onex.center.marking.NoteCountedScripts")))
                .isLessThan(order(OutdateSheets.class));
    }
}
