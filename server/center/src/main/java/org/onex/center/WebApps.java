package org.onex.center;

import org.onex.foundation.web.SinglePageApp;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages that the centre serves: the console for staff and the portal for everybody. */
@Configuration
class WebApps implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        SinglePageApp.serve(registry, "/console/", "/web/center/console/");
        SinglePageApp.serve(registry, "/", "/web/center/portal/");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/console", "/console/");
        SinglePageApp.serveBare(registry, "/console/");
        SinglePageApp.serveBare(registry, "/");
    }
}
