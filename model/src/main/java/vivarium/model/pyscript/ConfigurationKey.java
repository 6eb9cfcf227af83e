package vivarium.model.pyscript;

import java.util.Optional;

/** A key of a configuration, with the form of its value. */
enum ConfigurationKey {
  NAME("name", Form.TEXT),
  INTERPRETER("interpreter", Form.TEXT),
  VERSION("version", Form.TEXT),
  PACKAGES("packages", Form.TEXTS),
  PACKAGES_CACHE("packages_cache", Form.TEXT),
  INDEX_URLS("index_urls", Form.TEXTS),
  FILES("files", Form.TABLE_OF_TEXTS),
  FETCH("fetch", Form.TABLES),
  JS_MODULES("js_modules", Form.TABLE),
  PLUGINS("plugins", Form.TEXTS),
  DEBUG("debug", Form.TRUTH),
  SYNC_MAIN_ONLY("sync_main_only", Form.TRUTH),
  EXPERIMENTAL_CREATE_PROXY("experimental_create_proxy", Form.ANY),
  EXPERIMENTAL_FFI_TIMEOUT("experimental_ffi_timeout", Form.NUMBER),
  EXPERIMENTAL_REMOTE_PACKAGES("experimental_remote_packages", Form.ANY),
  DESCRIPTION("description", Form.ANY),
  TYPE("type", Form.ANY),
  AUTHOR_NAME("author_name", Form.ANY),
  AUTHOR_EMAIL("author_email", Form.ANY),
  LICENSE("license", Form.ANY),
  SCHEMA_VERSION("schema_version", Form.ANY);

  /** What a value is. */
  enum Form {
    ANY("anything", "1"),
    TEXT("a text", "\"text\""),
    TRUTH("true or false", "true"),
    NUMBER("a number", "30"),
    TEXTS("a list of texts", "[\"one\", \"two\"]"),
    TABLE("a table", "{main = {…}}"),
    TABLES("a list of tables", "[{files = [\"data.csv\"]}]"),
    TABLE_OF_TEXTS("a table of texts", "{\"./data.csv\" = \"data.csv\"}");

    private final String description;
    private final String example;

    Form(String description, String example) {
      this.description = description;
      this.example = example;
    }

    String description() {
      return description;
    }

    /** Such a value in TOML. */
    String example() {
      return example;
    }
  }

  private final String key;
  private final Form form;

  ConfigurationKey(String key, Form form) {
    this.key = key;
    this.form = form;
  }

  String key() {
    return key;
  }

  Form form() {
    return form;
  }

  static Optional<ConfigurationKey> of(String key) {
    for (ConfigurationKey each : values()) {
      if (each.key.equals(key)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
