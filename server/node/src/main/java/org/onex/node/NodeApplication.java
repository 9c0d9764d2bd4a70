package org.onex.node;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A site node (考场服务器): one process and one database for one exam site. */
@SpringBootApplication
@EnableScheduling
@Modulithic(systemName = "OneX node")
public class NodeApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(NodeApplication.class, arguments);
    }
}
