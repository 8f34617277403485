package io.rapport.web.list;

import io.rapport.web.request.ProcessingDeadlineFilter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Writes any list of the API as CSV (RFC 4180) to clients that accept {@code text/csv}: all its pages from the requested one to
 * the last, one in memory at a time. When the client is gone, the next write fails and nothing more is read.
 */
public final class CsvListConverter extends AbstractGenericHttpMessageConverter<Object> {

    /** The media type of lists as files. */
    public static final MediaType TEXT_CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final String LINE_BREAK = "\r\n";

    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;

    /** A converter of the controllers of an adapter. */
    public CsvListConverter(ObjectProvider<RequestMappingHandlerAdapter> adapter) {
        super(TEXT_CSV, new MediaType("text", "csv"));
        this.adapter = adapter;
    }

    /** Whether responses of a type are lists. */
    public static boolean isList(Type type) {
        return ListRecord.of(type).isPresent();
    }

    @Override
    public boolean canRead(Type type, @Nullable Class<?> contextClass, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(@Nullable Type type, Class<?> found, @Nullable MediaType mediaType) {
        return canWrite(mediaType) && isList(type == null ? found : type);
    }

    @Override
    public boolean canWrite(Class<?> found, @Nullable MediaType mediaType) {
        return canWrite(mediaType) && isList(found);
    }

    @Override
    protected void writeInternal(Object first, @Nullable Type type, HttpOutputMessage output) throws IOException {
        var list = ListRecord.of(type == null ? first.getClass() : type).orElseThrow();
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        var request = attributes.getRequest();
        ShallowEtagHeaderFilter.disableContentCaching(request);
        ProcessingDeadlineFilter.extendForStream(request);
        var path = request.getRequestURI();
        output.getHeaders()
                .set(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + path.substring(path.lastIndexOf('/') + 1) + ".csv\"");
        output.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        var pages = NextPageReader.of(request, attributes.getResponse(), adapter.getObject());
        write(
                list,
                first,
                pages::read,
                new BufferedWriter(new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8)));
    }

    /** Reads the page after a cursor. */
    @FunctionalInterface
    interface PageSource {
        Object read(String cursor) throws IOException;
    }

    /** Writes pages until the last one, or until a write fails. */
    static void write(ListRecord list, Object first, PageSource pages, Writer out) throws IOException {
        var columns = CsvColumns.of(Objects.requireNonNull(list.item().resolve()));
        out.write(columns.header() + LINE_BREAK);
        for (var page = first; ; ) {
            for (var item : list.items(page)) {
                out.write(columns.row(item) + LINE_BREAK);
            }
            out.flush();
            var next = list.next(page);
            if (next == null) {
                return;
            }
            page = pages.read(next);
        }
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage input) {
        throw new UnsupportedOperationException("Lists are not read");
    }

    @Override
    public Object read(Type type, @Nullable Class<?> contextClass, HttpInputMessage input) {
        throw new UnsupportedOperationException("Lists are not read");
    }

    /** The default asks for the class without the type of its items. */
    @Override
    public List<MediaType> getSupportedMediaTypes(Class<?> found) {
        return getSupportedMediaTypes();
    }
}
