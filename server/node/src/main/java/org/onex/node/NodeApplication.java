package org.onex.node;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A site node (考点服务器): one process and one database for one exam site. */
@SpringBootApplication
@EnableScheduling
@EnableResilientMethods
@Modulithic(systemName = "OneX node")
public class NodeApplication {

    /** What waits for the centre must not keep the deadline waiting. */
    private static final int JOBS_AT_ONCE = 3;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(JOBS_AT_ONCE);
        scheduler.setThreadNamePrefix("job-");
        return scheduler;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(NodeApplication.class, arguments);
    }
}
