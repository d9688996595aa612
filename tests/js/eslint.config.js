// Rules for the scripts in maps/static. Run from the top folder, see the Makefile.

import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["maps/static/vendor/"] },
  {
    files: ["maps/static/**/*.js"],
    ...js.configs.recommended,
    languageOptions: { globals: { ...globals.browser, L: "readonly" } },
    rules: {
      ...js.configs.recommended.rules,
      eqeqeq: "error",
      "max-lines": ["error", { max: 200 }],
      "max-lines-per-function": [
        "error",
        { max: 50, skipBlankLines: true, skipComments: true },
      ],
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "insertAdjacentHTML"].map((property) => ({
          property,
          message: "Make the elements; markup in a string is not checked.",
        })),
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: String.raw`TemplateElement[value.raw=/\[[\w-]+[~|^$*]?=$/]`,
          message: "Quote the value: one that begins with a digit is no identifier.",
        },
      ],
      "no-unused-vars": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
