package org.onex.center;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** The centre (考务中心): one deployment for all awarding bodies and colleges. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(
        systemName = "OneX centre",
        sharedModules = {"organization", "audit", "job", "file", "sheet", "intake"})
public class CenterApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CenterApplication.class, arguments);
    }
}
