package org.onex.center;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The whole centre on a free port with a database of its own, at the rehearsal's beginning: 2024-04-22 09:00. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "onex.database=external",
            "onex.mode=rehearsal",
            "onex.clock.start=2024-04-22T09:00:00+08:00",
            "springdoc.api-docs.enabled=true",
            // Whoever sends what is too long hears so, and not only a line that breaks.
            "server.tomcat.max-swallow-size=16MB",
            // The quick compiler alone looks for the primes of a longer one for seconds.
            "onex.signature.key-bits=2048"
        })
@Import(CenterTest.OwnDatabase.class)
@DirtiesContext
@ExtendWith(AuditWitness.Verdict.class)
public @interface CenterTest {

    @TestConfiguration
    class OwnDatabase {

        @Bean(destroyMethod = "close")
        DataSource dataSource() {
            var database = TestPostgres.freshDatabase();
            // Nobody cuts its power, and thousands of commits that wait for a disk take minutes.
            JdbcClient.create(database).sql("""
                    do $$ begin
                        execute format('alter database %I set synchronous_commit = off', current_database());
                    end $$
                    """).update();
            database.getHikariPoolMXBean().softEvictConnections();
            return database;
        }

        @Bean
        static BeanPostProcessor rememberedPasswords() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof PasswordEncoder passwords ? new RememberedPasswords(passwords) : bean;
                }
            };
        }

        @Bean
        AuditWitness auditWitness(JdbcClient jdbc) {
            return new AuditWitness(jdbc);
        }

        /** Keys and files of its own, too. */
        @Bean
        DynamicPropertyRegistrar ownFolder() {
            var folder = TestPostgres.reachableFolder();
            return registry -> registry.add("onex.data", folder::toString);
        }
    }
}
