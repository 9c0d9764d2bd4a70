package org.onex.node;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A node that a test starts itself, on the morning of an exam, to stop it and start it again. */
final class RehearsalNode {

    private RehearsalNode() {}

    /** How it is started, wherever it runs. */
    static List<String> arguments(Path data, int port) {
        return List.of(
                "--server.port=" + port,
                "--onex.database=external",
                "--onex.mode=rehearsal",
                "--onex.clock.start=2024-05-18T13:30:00+08:00",
                "--onex.courier.pause=500ms",
                "--onex.courier.short-pause=100ms",
                "--onex.data=" + data);
    }

    /** On a free port and a database that outlives it. */
    static ConfigurableApplicationContext start(DataSource database, Path data) {
        return new SpringApplicationBuilder(NodeApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "dataSource",
                                DataSource.class,
                                () -> database,
                                bean -> ((AbstractBeanDefinition) bean).setDestroyMethodName("")))
                .run(arguments(data, 0).toArray(String[]::new));
    }
}
