package io.rapport.web.request;

import io.rapport.web.pages.LanguageInterceptor;
import io.rapport.web.pages.PageLanguageResolver;
import java.beans.PropertyDescriptor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.annotation.RequestParamMapMethodArgumentResolver;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/**
 * The request parameters that a controller method reads, by the resolvers of its arguments and of the model attributes of its
 * class, and the language of a page.
 *
 * @param repeatable by the name of a parameter, whether it may be given more than once
 * @param open whether the method also reads parameters of any other name
 */
record HandlerParameters(Map<String, Boolean> repeatable, boolean open) {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    /** Reads them from the declaration of a controller method. */
    static HandlerParameters of(HandlerMethod handler, Iterable<HandlerMethodArgumentResolver> resolvers) {
        var known = new TreeMap<String, Boolean>();
        var open = false;
        if (LanguageInterceptor.isPage(handler)) {
            known.put(PageLanguageResolver.PARAMETER, false);
        }
        for (var parameter : (Iterable<MethodParameter>) arguments(handler)::iterator) {
            parameter.initParameterNameDiscovery(NAMES);
            var resolver = resolver(parameter, resolvers);
            open |= resolver instanceof RequestParamMapMethodArgumentResolver;
            known.putAll(parameters(parameter, resolver));
        }
        return new HandlerParameters(known, open);
    }

    private static Stream<MethodParameter> arguments(HandlerMethod handler) {
        var attributes = MethodIntrospector.selectMethods(
                handler.getBeanType(), (MethodIntrospector.MetadataLookup<ModelAttribute>)
                        method -> AnnotatedElementUtils.findMergedAnnotation(method, ModelAttribute.class));
        return Stream.concat(
                Arrays.stream(handler.getMethodParameters()),
                attributes.keySet().stream()
                        .flatMap(method ->
                                Stream.of(new HandlerMethod(handler.getBean(), method).getMethodParameters())));
    }

    private static @Nullable HandlerMethodArgumentResolver resolver(
            MethodParameter parameter, Iterable<HandlerMethodArgumentResolver> resolvers) {
        for (var resolver : resolvers) {
            if (resolver.supportsParameter(parameter)) {
                return resolver;
            }
        }
        return null;
    }

    private static Map<String, Boolean> parameters(
            MethodParameter parameter, @Nullable HandlerMethodArgumentResolver resolver) {
        if (resolver instanceof ParameterReader reader) {
            return reader.parameters().stream().collect(TreeMap::new, (map, name) -> map.put(name, false), Map::putAll);
        }
        if (resolver instanceof RequestParamMethodArgumentResolver) {
            return Map.of(name(parameter), isRepeatable(parameter.getParameterType()));
        }
        return resolver instanceof ModelAttributeMethodProcessor ? fields(parameter.getParameterType()) : Map.of();
    }

    private static String name(MethodParameter parameter) {
        var declared = parameter.getParameterAnnotation(RequestParam.class);
        return declared == null || declared.name().isEmpty()
                ? String.valueOf(parameter.getParameterName())
                : declared.name();
    }

    private static Map<String, Boolean> fields(Class<?> type) {
        var fields = new TreeMap<String, Boolean>();
        if (type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                fields.put(component.getName(), isRepeatable(component.getType()));
            }
        } else {
            Arrays.stream(BeanUtils.getPropertyDescriptors(type))
                    .filter(property -> property.getWriteMethod() != null)
                    .forEach((PropertyDescriptor property) ->
                            fields.put(property.getName(), isRepeatable(property.getPropertyType())));
        }
        return fields;
    }

    private static boolean isRepeatable(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }
}
