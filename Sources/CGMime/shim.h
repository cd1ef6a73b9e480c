#include <gmime/gmime.h>
#include <stdint.h>

/* What a message says of itself; the strings belong to the message. */
typedef struct {
    const char *subject;
    const char *snapshot_location;
    const char *root_type;
    int64_t date;
    int32_t date_offset_minutes;
} demarche_mail_head;

/* A part with its content decoded; all pointers hold only during the call. */
typedef struct {
    const char *type;
    const char *subtype;
    const char *charset;
    const char *location;
    int is_attachment;
    const uint8_t *bytes;
    size_t count;
} demarche_mail_part;

typedef void (*demarche_take_part)(void *context, const demarche_mail_part *part);

typedef struct {
    demarche_take_part take;
    void *context;
} demarche_part_walk;

static inline void demarche_visit_part(GMimeObject *parent, GMimeObject *object, gpointer data) {
    (void)parent;
    demarche_part_walk *walk = (demarche_part_walk *)data;
    if (!GMIME_IS_PART(object)) { return; }
    GMimeContentType *type = g_mime_object_get_content_type(object);
    if (type == NULL || !g_mime_content_type_is_type(type, "text", "*")) { return; }
    GMimeDataWrapper *content = g_mime_part_get_content((GMimePart *)object);
    if (content == NULL) { return; }
    GMimeStream *memory = g_mime_stream_mem_new();
    g_mime_data_wrapper_write_to_stream(content, memory);
    GByteArray *bytes = g_mime_stream_mem_get_byte_array((GMimeStreamMem *)memory);
    const char *disposition = g_mime_object_get_disposition(object);
    demarche_mail_part part = {
        .type = g_mime_content_type_get_media_type(type),
        .subtype = g_mime_content_type_get_media_subtype(type),
        .charset = g_mime_content_type_get_parameter(type, "charset"),
        .location = g_mime_part_get_content_location((GMimePart *)object),
        .is_attachment = disposition != NULL && g_ascii_strcasecmp(disposition, "attachment") == 0,
        .bytes = bytes == NULL ? NULL : bytes->data,
        .count = bytes == NULL ? 0 : bytes->len,
    };
    walk->take(walk->context, &part);
    g_object_unref(memory);
}

/* Parses a message and hands over its text parts in order. Returns 0 when there is no message in the bytes. */
static inline int demarche_read_mail(
    const uint8_t *bytes, size_t count, demarche_take_part take, void *context,
    void (*take_head)(void *context, const demarche_mail_head *head)
) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_object_unref(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    g_object_unref(parser);
    if (message == NULL) { return 0; }
    GMimeObject *root = g_mime_message_get_mime_part(message);
    GMimeContentType *type = root == NULL ? NULL : g_mime_object_get_content_type(root);
    GDateTime *date = g_mime_message_get_date(message);
    char *mime = type == NULL ? NULL : g_mime_content_type_get_mime_type(type);
    demarche_mail_head head = {
        .subject = g_mime_message_get_subject(message),
        .snapshot_location = g_mime_object_get_header((GMimeObject *)message, "Snapshot-Content-Location"),
        .root_type = mime,
        .date = date == NULL ? 0 : g_date_time_to_unix(date),
        .date_offset_minutes = date == NULL ? 0 : (int32_t)(g_date_time_get_utc_offset(date) / 60000000),
    };
    take_head(context, &head);
    demarche_part_walk walk = { take, context };
    g_mime_message_foreach(message, demarche_visit_part, &walk);
    g_free(mime);
    g_object_unref(message);
    return 1;
}
