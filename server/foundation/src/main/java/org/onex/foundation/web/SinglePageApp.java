package org.onex.foundation.web;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves a web application from the class path. Any address below it that is not a file answers with its page, because the application
 * has addresses of its own; its assets carry a hash in their name and never change.
 */
public final class SinglePageApp {

    private static final String PAGE = "index.html";

    private SinglePageApp() {}

    /**
     * @param base     where it is served, {@code /console/}
     * @param location folder on the class path, {@code /web/center/console/}
     */
    public static void serve(ResourceHandlerRegistry registry, String base, String location) {
        registry.addResourceHandler(base + "assets/**")
                .addResourceLocations("classpath:" + location + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler(base + "**")
                .addResourceLocations("classpath:" + location)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new FileOrPage());
    }

    /** Serves the page at the bare address too, which a resource handler does not. */
    public static void serveBare(ViewControllerRegistry registry, String base) {
        registry.addViewController(base).setViewName("forward:" + base + PAGE);
    }

    private static final class FileOrPage extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String resourcePath, Resource location) throws IOException {
            // An unknown API address is an error and not a page.
            if (resourcePath.startsWith("api/")) {
                return null;
            }
            var file = resourcePath.isEmpty() ? null : super.getResource(resourcePath, location);
            return file != null ? file : super.getResource(PAGE, location);
        }
    }
}
