package org.onex.node;

import org.onex.foundation.web.SinglePageApp;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages that a node serves: the candidate's exam screen and the invigilator's board. */
@Configuration
class WebApps implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        SinglePageApp.serve(registry, "/board/", "/web/node/board/");
        SinglePageApp.serve(registry, "/", "/web/node/exam/");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        SinglePageApp.serveBare(registry, "/");
        SinglePageApp.serveBare(registry, "/board/");
        registry.addRedirectViewController("/board", "/board/");
    }
}
