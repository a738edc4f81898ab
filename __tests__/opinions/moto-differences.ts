/**
 * Where moto answers otherwise than AWS's documents have it, and local-ecr as they do; each was looked at. What is not
 * here both answer alike. docs/reference/local-ecr.md has the reasons.
 */
export const motoDifferences: readonly { readonly why: string; readonly steps: readonly string[] }[] = [
  {
    why: 'Lists come whole, whatever `maxResults` says',
    steps: [
      'ecr describe_repositories: a page is as long as was asked for',
      'ecr describe_repositories: the next page is the last',
      'ecr list_images: in pages',
    ],
  },
  {
    why: "Another account's registry is taken for the caller's own",
    steps: ["ecr describe_repositories: another account's"],
  },
  {
    why: 'The answer of PutImageTagMutability lacks the exclusion filters',
    steps: ['ecr put_image_tag_mutability: tags can be made immutable but for some'],
  },
  {
    why: 'Layers are accepted unchecked: no parts, sizes or digests are verified, and every layer is said to exist',
    steps: [
      'ecr batch_check_layer_availability: layers are there or not',
      'ecr complete_layer_upload: one without a part',
      'ecr upload_layer_part: a part too far',
      'ecr upload_layer_part: a first part',
      'ecr complete_layer_upload: another digest',
      'ecr complete_layer_upload: one of them is too small',
      'ecr complete_layer_upload: a layer that is there',
      'ecr put_image: an image that lacks a layer',
    ],
  },
  {
    why: 'Manifests are not read: the children of an index need not exist, digests are made up, sizes are those of configs',
    steps: [
      'ecr put_image: an index that lacks an image',
      'ecr put_image: what is no manifest',
      'ecr put_image: an image is put',
      'ecr put_image: under another digest',
      'ecr batch_get_image: images by tag and digest, in their bytes',
      'ecr batch_get_image: what is no digest',
      'ecr describe_images: an image is described',
      'ecr batch_delete_image: an image that an index has',
      'ecr batch_delete_image: a tag',
    ],
  },
  {
    why: 'A tag that is taken in an immutable repository gives ImageAlreadyExistsException, not ImageTagAlreadyExistsException',
    steps: ['ecr put_image: a tag that is taken'],
  },
  {
    why: 'BatchGetImage names no failure, or a different one',
    steps: [
      'ecr batch_get_image: a digest that is not there',
      'ecr batch_get_image: neither of them',
      'ecr batch_get_image: a tag of another digest',
    ],
  },
  {
    why: 'DescribeImages does not filter by tag status',
    steps: ['ecr describe_images: those without a tag'],
  },
  {
    why: 'Everything can be scanned: even an index, and even with enhanced scanning on',
    steps: ['ecr start_image_scan: not of an index', 'ecr start_image_scan: they are not started'],
  },
  {
    why: 'Every role trusts everybody, with every token',
    steps: [
      'sts assume_role: a role that trusts nobody',
      'sts assume_role_with_web_identity: by a token of nobody',
    ],
  },
  {
    why: 'There are no download addresses, referrers, signing or replication statuses, account settings, creation templates or archive',
    steps: [
      'ecr get_download_url_for_layer: a layer that no image has',
      'ecr get_download_url_for_layer: a layer that is not there',
      "ecr get_download_url_for_layer: a layer's address",
      'ecr list_image_referrers: what is about an image',
      'ecr describe_image_signing_status: nothing is signed',
      'ecr describe_image_replication_status: nothing is replicated',
      'ecr describe_image_replication_status: replication of what is not there',
      'ecr get_account_setting: a setting',
      'ecr put_account_setting: is changed',
      'ecr put_account_setting: not to anything',
      'ecr create_repository_creation_template: a template is made',
      'ecr create_repository_creation_template: a template is made once',
      'ecr update_repository_creation_template: a template is changed',
      'ecr describe_repository_creation_templates: templates are described',
      'ecr delete_repository_creation_template: a template is deleted',
      'ecr delete_repository_creation_template: a template that is gone',
      'ecr update_image_storage_class: an image is archived',
    ],
  },
];
