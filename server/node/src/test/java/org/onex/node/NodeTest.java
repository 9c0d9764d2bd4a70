package org.onex.node;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.sql.DataSource;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** A whole node on a free port with a database of its own, without a centre, on the morning of an exam. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "onex.database=external",
            "onex.mode=rehearsal",
            "onex.clock.start=2024-05-18T13:30:00+08:00",
            "onex.center=http://127.0.0.1:9",
            "onex.courier.pause=500ms",
            "onex.courier.short-pause=100ms",
            "onex.data=target/node-test-data",
            "springdoc.api-docs.enabled=true"
        })
@Import(NodeTest.OwnDatabase.class)
@DirtiesContext
public @interface NodeTest {

    @TestConfiguration
    class OwnDatabase {

        @Bean(destroyMethod = "close")
        DataSource dataSource() {
            return TestPostgres.freshDatabase();
        }
    }
}
